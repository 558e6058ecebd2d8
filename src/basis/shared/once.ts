/** Reads the same thing only once. Two are the same by identity, or by the key that is given of each. */
export function once<Thing, Value>(
  read: (thing: Thing) => Value,
  keyOf: (thing: Thing) => unknown = thing => thing,
): (thing: Thing) => Value {
  const known = new Map<unknown, Value>()
  return thing => {
    const key = keyOf(thing)
    if (!known.has(key)) known.set(key, read(thing))
    return known.get(key)!
  }
}
