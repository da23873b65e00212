package jacobean.kernel.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as HTML, with tables, anchors at headings, coloured Java blocks, and the images of the
 * notebook's folder and of its attachments put into the page.
 */
final class MarkdownHtml {
  private final Path folder;
  private final Parser parser =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .attributeProviderFactory(context -> MarkdownHtml::anchor)
          .nodeRendererFactory(MarkdownHtml::javaBlocks)
          .build();

  /**
   * @param folder where relative images are looked up
   */
  MarkdownHtml(Path folder) {
    this.folder = folder;
  }

  /**
   * @param attachments names after {@code attachment:} to data URIs
   */
  String render(String markdown, Map<String, String> attachments) {
    Node document = parser.parse(markdown);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Image image) {
            image.setDestination(embedded(image.getDestination(), attachments));
            visitChildren(image);
          }
        });
    return renderer.render(document);
  }

  private static void anchor(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Heading) {
      String slug = text(node).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
      attributes.put("id", slug.replaceAll("^-|-$", ""));
    }
  }

  private static String text(Node node) {
    var text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text t) {
            text.append(t.getLiteral());
          }

          @Override
          public void visit(Code c) {
            text.append(c.getLiteral());
          }
        });
    return text.toString();
  }

  private String embedded(String destination, Map<String, String> attachments) {
    if (destination.startsWith("attachment:")) {
      return attachments.getOrDefault(destination.substring("attachment:".length()), destination);
    }
    if (destination.matches("(?i)[a-z][a-z0-9+.-]*:.*|//.*|/.*")) {
      return destination;
    }
    try {
      Path file = folder.resolve(destination);
      String mime = Files.isRegularFile(file) ? Files.probeContentType(file) : null;
      return mime == null || !mime.startsWith("image/")
          ? destination
          : "data:%s;base64,%s"
              .formatted(mime, Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
    } catch (IOException | InvalidPathException e) {
      // The page then points at the file, as the notebook does.
      return destination;
    }
  }

  private static NodeRenderer javaBlocks(HtmlNodeRendererContext context) {
    return new NodeRenderer() {
      @Override
      public java.util.Set<Class<? extends Node>> getNodeTypes() {
        return java.util.Set.of(FencedCodeBlock.class);
      }

      @Override
      public void render(Node node) {
        var block = (FencedCodeBlock) node;
        String code =
            "java".equals(block.getInfo())
                ? Html.java(block.getLiteral())
                : Html.escape(block.getLiteral());
        var html = context.getWriter();
        html.line();
        html.raw("<pre><code>" + code + "</code></pre>");
        html.line();
      }
    };
  }
}
