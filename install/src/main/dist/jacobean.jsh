// Startup file for plain JShell: the names that Jacobean's own sessions begin with. From the checkout:
//   jshell --class-path install/target/jacobean/jacobean.jar \
//          -R--enable-native-access=ALL-UNNAMED -R-XX:+UseSerialGC \
//          --startup DEFAULT --startup install/target/jacobean/conf/jacobean.jsh
// What javac rejects stays rejected here: write x.times(2) for x * 2, gf.apply(x) for gf(x).
import jacobean.*;
import jacobean.fn.*;
import jacobean.plots.Plot;
import jacobean.pytree.PyTreeNode;
import jacobean.pytree.Static;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import static jacobean.jax.*;
import static jacobean.magics.Show.*;
