package jacobean.kernel.session;

/** Colours of error reports. */
enum Ansi {
  RED("31"),
  BLUE("34"),
  BOLD("1"),
  DIM("2");

  private final String code;

  Ansi(String code) {
    this.code = code;
  }

  String of(String text) {
    return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
