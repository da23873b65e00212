/** The commands. {@link jacobean.kernel.cli.Main} picks one; each has a class of its own. */
package jacobean.kernel.cli;
