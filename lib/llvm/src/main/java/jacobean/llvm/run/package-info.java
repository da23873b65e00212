/**
 * The engine: it compiles programs (jaxpr, {@code graph}, {@code loop}, {@code emit}, {@code capi})
 * and runs them on arrays in pooled memory.
 */
package jacobean.llvm.run;
