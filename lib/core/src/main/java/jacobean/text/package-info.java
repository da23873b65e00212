/**
 * Arrays as text, character for character as NumPy prints them and as JAX shows them.
 *
 * <p>Start with {@link jacobean.text.ArrayText}. Values come in through {@link
 * jacobean.text.Elements}, so nothing here knows how arrays are stored.
 */
package jacobean.text;
