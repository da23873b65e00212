/**
 * The read-eval-print loop: {@link jacobean.kernel.console.Repl} runs and prints cells, {@link
 * jacobean.kernel.console.TerminalRepl} reads them by JLine.
 */
package jacobean.kernel.console;
