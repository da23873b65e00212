package jacobean.kernel.wire;

import jacobean.kernel.session.Session;

/** Whether Enter runs the cell or opens another line: {@code is_complete_request}. */
final class IsCompleteHandler {
  private IsCompleteHandler() {}

  static Reply handle(Request.IsComplete request, Session session) {
    var completeness = session.isComplete(request.code());
    return switch (completeness.status()) {
      case COMPLETE -> new Reply.Completeness("complete", "");
      case INCOMPLETE -> new Reply.Completeness("incomplete", completeness.indent());
      case INVALID -> new Reply.Completeness("invalid", "");
    };
  }
}
