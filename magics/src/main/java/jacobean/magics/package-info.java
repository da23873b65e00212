/**
 * What Jacobean adds to a session of the kernel: its imports and notation, how its values are
 * shown, and its magics, one class each.
 */
package jacobean.magics;
