package jacobean.kernel.wire;

import jacobean.kernel.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Completion: {@code complete_request}. */
final class CompleteHandler {
  private CompleteHandler() {}

  static Reply handle(Request.Complete request, Session session) {
    String code = request.code();
    int cursor = Cursor.index(code, request.cursorPos());
    Session.Completion completion = session.complete(code, cursor);
    int start = Cursor.position(code, completion.start());
    int end = Cursor.position(code, completion.end());
    List<Map<String, Object>> types =
        completion.matches().stream().map(match -> typed(match, start, end)).toList();
    return new Reply.Completed(
        "ok",
        completion.matches().stream().map(Session.Match::text).distinct().toList(),
        start,
        end,
        Map.of("_jupyter_types_experimental", types));
  }

  private static Map<String, Object> typed(Session.Match match, int start, int end) {
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("start", start);
    typed.put("end", end);
    typed.put("text", match.text());
    typed.put("type", match.type() == null ? "" : match.type());
    typed.put("signature", match.signature() == null ? "" : match.signature());
    return typed;
  }
}
