package jacobean;

import java.util.List;

/**
 * The contents of bins, and the edges of the bins along each axis.
 *
 * {@snippet :
 * Histogram h = jnp.histogramdd(jnp.array(new double[][] {{0, 0}, {1, 1}}), 2);
 * h.edges().get(0) // => [0. 0.5 1. ]
 * }
 */
public record Histogram(Array counts, List<Array> edges) {}
