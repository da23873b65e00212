/** Primitives that carry programs. */
package jacobean.control;
