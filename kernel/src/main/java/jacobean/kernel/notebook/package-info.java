/**
 * Notebook files: {@link jacobean.kernel.notebook.Notebook} reads and writes them, {@link
 * jacobean.kernel.notebook.Runner} runs them, {@link jacobean.kernel.notebook.HtmlPage} shows them.
 */
package jacobean.kernel.notebook;
