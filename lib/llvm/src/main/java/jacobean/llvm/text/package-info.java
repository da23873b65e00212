/** LLVM IR as text, written value by value. */
package jacobean.llvm.text;
