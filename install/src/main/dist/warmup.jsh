// What users do most, run once to record what the JVM loads for it: the rehearsal's cells.
var x = jnp.array(1., 2., 3.);
print(x, x.at("1:3").set(jnp.array(-1., -2.)));
// %%
Array f(Array x) { return jnp.sum(x * x); }
var gf = grad(f);
gf(x)
// %%
record Line(Array w, Array b) {}
Array model(Line p, Array x) { return p.w() * x + p.b(); }
var xx = jnp.linspace(-1, 1, 11);
var lossFun = jit((Line p, Array x, Array y) -> jnp.mean(jnp.square(y - model(p, x))));
var vgl = valueAndGrad(lossFun);
var params = new Line(jnp.array(1.), jnp.array(1.));
// %%
var keys = random.split(random.PRNGKey(0));
var yy = 3 * xx - 1 + 0.2 * random.normal(keys[0], 11);
for (int i = 0; i < 3; i++) {
  var r = vgl(params, xx, yy);
  params = tree.map((p, g) -> p - 0.1 * g, params, r.grad());
}
params
// %%
vmap((Array row) -> jnp.tanh(row)).apply(jnp.ones(2, 3))
// %%
var wide = random.normal(random.PRNGKey(1), 300, 300);
var act = jit((Array v) -> jax.nn.gelu(v) * jnp.exp(-v * v) + jnp.tanh(v));
var soft = jit((Array v) -> jax.nn.softmax(v).sum());
print(act(wide).shape(), soft(wide), (wide + wide * 2).mean(), jnp.matmul(wide, wide).shape());
// %%
var net = jit((List<Array> p, Array v) -> jnp.mean(jnp.square(jnp.tanh(jnp.dot(v, p[0])) + p[1])));
print(valueAndGrad(net)(List.of(wide, jnp.zeros(300)), wide).value(), makeJaxpr(net)(List.of(wide, jnp.zeros(300)), wide));
// %%
print(vmap(grad((Array v) -> jnp.sum(jnp.sin(v) / (1 + jnp.abs(v)))))(wide).shape(), jit(vmap((Array v) -> jnp.where(v > 0, v, -v)))(wide).shape());
