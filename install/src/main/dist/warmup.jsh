int square(int n) { return n * n; }
var total = 0;
for (int i = 0; i < 10; i++) { total += square(i); }
System.out.println("total " + total);
// %%
record Point(double x, double y) {}
var points = java.util.stream.IntStream.range(0, 3).mapToObj(i -> new Point(i, i * i)).toList();
points
// %%
square(total)
