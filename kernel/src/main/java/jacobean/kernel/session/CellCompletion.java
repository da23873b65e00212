package jacobean.kernel.session;

import jacobean.kernel.session.Session.Completion;
import jacobean.kernel.session.Session.Match;
import jacobean.kernel.session.Tokens.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;

/** What could stand at the cursor: magics after a percent sign, else what JShell suggests. */
final class CellCompletion {
  private final JShell jshell;
  private final Magics magics;

  CellCompletion(JShell jshell, Magics magics) {
    this.jshell = jshell;
    this.magics = magics;
  }

  Completion at(String code, int cursor) {
    int at = Math.clamp(cursor, 0, code.length());
    int line = code.lastIndexOf('\n', at - 1) + 1;
    String before = code.substring(line, at);
    if (before.stripLeading().startsWith("%") && !before.stripLeading().contains(" ")) {
      String typed = before.stripLeading();
      return new Completion(
          magics.names().stream()
              .filter(n -> n.startsWith(typed))
              .sorted()
              .map(n -> new Match(n, "magic", ""))
              .toList(),
          at - typed.length(),
          at);
    }
    return java(code, at);
  }

  private Completion java(String code, int cursor) {
    int start = snippetStart(code, cursor);
    // Variables of earlier lines of the cell are known only if those lines come along, as a block.
    boolean declaresBefore = code.substring(0, start).contains("=");
    if (declaresBefore) {
      Completion inBlock = suggestions("{ ", code.substring(0, cursor), 0);
      if (!inBlock.matches().isEmpty()) {
        return withCellNames(inBlock, code, cursor);
      }
    }
    Completion outside = suggestions("", code.substring(start, cursor), start);
    return withCellNames(outside, code, cursor);
  }

  /** Adds what the cell itself declares, its parameters and locals too, which JShell leaves out. */
  private static Completion withCellNames(Completion found, String code, int cursor) {
    int from = cursor;
    while (from > 0 && Character.isJavaIdentifierPart(code.charAt(from - 1))) {
      from--;
    }
    if (from > 0 && code.charAt(from - 1) == '.') {
      return found;
    }
    String typed = code.substring(from, cursor);
    Map<String, Match> matches = new LinkedHashMap<>();
    List<Token> tokens = Tokens.of(code);
    for (int i = 1; i + 1 < tokens.size(); i++) {
      Token name = tokens.get(i);
      Token before = tokens.get(i - 1);
      Token after = tokens.get(i + 1);
      boolean type =
          before.identifier()
              || before.is(">")
              || before.is("]")
              || Tokens.PRIMITIVES.contains(before.text());
      boolean declares = List.of("=", ";", ":", ",", ")", "(", "->").contains(after.text());
      if (type
          && declares
          && name.identifier()
          && name.end() != cursor
          && name.text().startsWith(typed)) {
        Match match = match(after.is("(") ? name.text() + "(" : name.text());
        matches.put(match.text(), match);
      }
    }
    if (matches.isEmpty()) {
      return found;
    }
    found.matches().forEach(m -> matches.putIfAbsent(m.text(), m));
    return new Completion(List.copyOf(matches.values()), from, cursor);
  }

  private int snippetStart(String code, int cursor) {
    SourceCodeAnalysis analysis = jshell.sourceCodeAnalysis();
    int start = 0;
    while (true) {
      String rest = code.substring(start, cursor);
      SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(rest);
      String remaining = info.remaining();
      if (!info.completeness().isComplete()
          || remaining.isBlank()
          || remaining.length() == rest.length()) {
        return start;
      }
      start = cursor - remaining.length();
    }
  }

  private Completion suggestions(String prefix, String code, int offset) {
    int[] anchor = new int[1];
    String input = prefix + code;
    List<SourceCodeAnalysis.Suggestion> found =
        jshell.sourceCodeAnalysis().completionSuggestions(input, input.length(), anchor);
    Map<String, Match> matches = new LinkedHashMap<>();
    List<SourceCodeAnalysis.Suggestion> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparing(s -> !s.matchesType()));
    for (SourceCodeAnalysis.Suggestion each : sorted) {
      String text = each.continuation();
      if (!text.contains("$")) {
        Match match = match(text);
        matches.putIfAbsent(match.text(), match);
      }
    }
    int start = anchor[0] - prefix.length() + offset;
    return new Completion(
        List.copyOf(matches.values()), Math.max(0, start), offset + code.length());
  }

  /** Names without parentheses, as Jupyter's users know them; the signature has the parentheses. */
  private static Match match(String text) {
    int open = text.indexOf('(');
    if (open > 0) {
      String signature = text.endsWith(")") ? "()" : "(...)";
      return new Match(text.substring(0, open), "function", signature);
    }
    return new Match(text, type(text), "");
  }

  private static String type(String text) {
    if (text.endsWith(".")) {
      return "module";
    }
    String word = text.strip();
    if (Tokens.RESERVED.contains(word) || word.equals("var") || word.equals("record")) {
      return "keyword";
    }
    boolean upper = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    return upper && !word.equals(word.toUpperCase()) ? "class" : "instance";
  }
}
