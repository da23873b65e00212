package jacobean.kernel.wire;

import jacobean.kernel.session.Session;
import java.util.LinkedHashMap;
import java.util.Map;

/** Documentation at the cursor: {@code inspect_request}. */
final class InspectHandler {
  private InspectHandler() {}

  static Reply handle(Request.Inspect request, Session session) {
    int cursor = Cursor.index(request.code(), request.cursorPos());
    Session.Inspection found = session.inspect(request.code(), cursor);
    Map<String, Object> data = new LinkedHashMap<>();
    if (found.found()) {
      data.put("text/plain", found.plain());
      if (!found.markdown().isEmpty()) {
        data.put("text/markdown", found.markdown());
      }
    }
    return new Reply.Inspected("ok", found.found(), data, Map.of());
  }
}
