/** The kernel's own magics, one class each. */
package jacobean.kernel.magics;
