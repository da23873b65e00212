/**
 * Programs as graphs of operations, and their fusion into steps. Read in this order: {@link
 * jacobean.llvm.graph.Graph}, {@code Anatomy}, {@code Fusion}, {@code Inliner}, {@link
 * jacobean.llvm.graph.Schedule}.
 */
package jacobean.llvm.graph;
