package jacobean.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.error.FileException;
import jacobean.jnp;
import jacobean.safetensors;
import jacobean.testing.Close;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that NumPy and safetensors wrote are read, those written here are theirs, and bad ones are
 * told so.
 */
class FilesTest {
  @TempDir Path folder;

  private static String fixture(String name) {
    try {
      return Path.of(FilesTest.class.getResource(name).toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Array numbers(DType dtype) {
    return jnp.arange(6).reshape(2, 3).astype(dtype);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @ParameterizedTest
  @EnumSource
  void numpysFiles(DType dtype) throws IOException {
    Close.EXACT.check(numbers(dtype), jnp.load(fixture(dtype + ".npy")), dtype);
    jnp.save(file("x"), numbers(dtype));
    assertArrayEquals(
        Files.readAllBytes(Path.of(fixture(dtype + ".npy"))),
        Files.readAllBytes(folder.resolve("x.npy")),
        "the bytes that NumPy writes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"version2", "version3"})
  void versions(String name) {
    Close.EXACT.check(numbers(DType.FLOAT32), jnp.load(fixture(name + ".npy")), name);
  }

  @Test
  void shapesAndOrders() {
    Close.EXACT.check(jnp.array(7.), jnp.load(fixture("scalar.npy")), "scalar");
    Close.EXACT.check(jnp.zeros(0, 3), jnp.load(fixture("empty.npy")), "empty");
    Close.EXACT.check(
        jnp.arange(24).reshape(2, 3, 4), jnp.load(fixture("fortran.npy")), "column-major");
    Close.EXACT.check(numbers(DType.INT32), jnp.load(fixture("big_endian.npy")), "big-endian");
  }

  @Test
  void vectorsAndScalarsComeBack() {
    for (var x : List.of(jnp.array(1.5), jnp.array(1., 2.), jnp.zeros(0), jnp.ones(1, 2, 3, 4))) {
      jnp.save(file("y.npy"), x);
      Close.EXACT.check(x, jnp.load(file("y.npy")), x.aval());
    }
  }

  @Test
  void severalArrays() {
    var wanted = new LinkedHashMap<String, Array>();
    wanted.put("a", numbers(DType.INT32));
    wanted.put("b", numbers(DType.FLOAT64));
    jnp.savez(file("stored"), wanted);
    jnp.savezCompressed(file("deflated"), wanted);
    for (var name :
        List.of(
            fixture("stored.npz"),
            fixture("deflated.npz"),
            file("stored.npz"),
            file("deflated.npz"))) {
      same(wanted, jnp.loadz(name), name);
    }
  }

  private static void same(Map<String, Array> wanted, Map<String, Array> got, String what) {
    assertEquals(wanted.keySet(), got.keySet(), what);
    wanted.forEach((name, x) -> Close.EXACT.check(x, got.get(name), what + " " + name));
  }

  @Test
  void everySafetensor() {
    var got = safetensors.loadFile(fixture("every.safetensors"));
    var wanted = new LinkedHashMap<String, Array>();
    Arrays.stream(DType.values())
        .filter(t -> t != DType.COMPLEX128)
        .forEach(t -> wanted.put(t.toString(), numbers(t)));
    wanted.put("empty", jnp.zeros(0, 3));
    wanted.put("scalar \"x\"", jnp.array(7.));
    same(wanted, got, "theirs");
    assertEquals(
        Map.of("format", "np", "note", "größer \"\\"),
        safetensors.metadata(fixture("every.safetensors")));
    safetensors.saveFile(wanted, file("ours"), Map.of("note", "größer \"\\"));
    same(wanted, safetensors.loadFile(file("ours")), "ours");
    assertEquals(Map.of("note", "größer \"\\"), safetensors.metadata(file("ours")));
  }

  @ParameterizedTest
  @CsvSource({
    "text.npy, <U2",
    "record.npy, fields",
    "stored.npz, loadz",
    "every.safetensors, no .npy file",
    "absent.npy, no such file",
  })
  void whatIsNoPlainArrayIsTold(String name, String hint) {
    var file = name.startsWith("absent") ? file(name) : fixture(name);
    var thrown = assertThrows(FileException.class, () -> jnp.load(file));
    assertTrue(thrown.getMessage().contains(hint), thrown.getMessage());
    assertTrue(thrown.getMessage().contains(file), thrown.getMessage());
  }

  interface Load {
    void of(String file);
  }

  /** A file cut anywhere is refused. */
  @Test
  void cutFiles() throws IOException {
    cut("float32.npy", jnp::load);
    cut("stored.npz", jnp::loadz);
    cut("every.safetensors", safetensors::loadFile);
  }

  private void cut(String name, Load load) throws IOException {
    var bytes = Files.readAllBytes(Path.of(fixture(name)));
    for (int n = 0; n < bytes.length; n += 1 + n / 50) {
      var path = folder.resolve("cut");
      Files.write(path, Arrays.copyOf(bytes, n));
      assertThrows(
          FileException.class, () -> load.of(path.toString()), name + " cut to " + n + " bytes");
    }
  }

  /** A file with wrong bytes is read or refused, and nothing else. */
  @Test
  void damagedFiles() throws IOException {
    var random = new Random(3);
    damage("float32.npy", jnp::load, random);
    damage("deflated.npz", jnp::loadz, random);
    damage("every.safetensors", safetensors::loadFile, random);
  }

  private void damage(String name, Load load, Random random) throws IOException {
    var bytes = Files.readAllBytes(Path.of(fixture(name)));
    for (int i = 0; i < 500; i++) {
      var damaged = bytes.clone();
      for (int k = random.nextInt(3); k >= 0; k--) {
        damaged[random.nextInt(Math.min(bytes.length, 400))] = (byte) random.nextInt(256);
      }
      var path = folder.resolve("damaged");
      Files.write(path, damaged);
      try {
        load.of(path.toString());
      } catch (FileException e) {
        assertTrue(e.getMessage().contains(path.toString()), e.getMessage());
      }
    }
  }

  @Test
  void shapesThatNoArrayHas() throws IOException {
    var text = "{'descr': '<f4', 'fortran_order': False, 'shape': (1000000, 1000000), }\n";
    var file = folder.resolve("huge.npy");
    var bytes = new java.io.ByteArrayOutputStream();
    bytes.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length(), 0});
    bytes.write(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    Files.write(file, bytes.toByteArray());
    var thrown = assertThrows(FileException.class, () -> jnp.load(file.toString()));
    assertTrue(thrown.getMessage().contains("f32[1000000,1000000]"), thrown.getMessage());
    assertEquals(Shape.of(2, 3), jnp.load(fixture("int8.npy")).shape());
  }
}
