package jacobean.ir;

import jacobean.type.Aval;

/**
 * An array that expressions load from; compilers give it an identity. Compared by {@code equals}.
 */
public interface Source {
  Aval aval();
}
