/** Loop nests over arrays in memory: their form, how they are cut, where intermediates are. */
package jacobean.llvm.loop;
