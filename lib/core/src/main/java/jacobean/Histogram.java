package jacobean;

import java.util.List;

/**
 * The contents of bins, and the edges of the bins along each axis.
 *
 * {@snippet :
 * jnp.histogramdd(jnp.array(0., 1., 1.).reshape(3, 1), Bins.of(2)).counts() // => [1 2]
 * }
 */
public record Histogram(Array counts, List<Array> edges) {}
