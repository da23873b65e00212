package jacobean;

import java.util.List;

/** The contents of bins, and the edges of the bins along each axis. */
public record Histogram(Array counts, List<Array> edges) {}
