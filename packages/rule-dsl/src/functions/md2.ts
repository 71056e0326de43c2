// RFC 1319's permutation of the bytes, made from the digits of pi.
const PI_HEX =
  '292e43c9a2d87c013d3654a1ecf0061362a705f3c0c7738c98932bd9bc4c82ca1e9b573cfdd4e01667426f188a17e512be4ec4d6da9ede49a0fbf58ebb2fee7a' +
  'a968799115b2073f94c210890b225f21807f5d9a5a903227353ecce7bff79703ff1930b348a5b5d1d75e922aac56aac64fb838d296a47db676fc6be29c7404f1' +
  '459d705964718720865bcf65e62da8021b6025adaeb0b9f61c46616934407e0f5547a323dd51af3ac35cf9cebac5ea262c530d6e85288409d3dfcdf441814d52' +
  '6adc37c86cc1abfa24e17b080cbdb14a7888958be363e86de9cbd5fe3b001d39f2efb70e6658d0e4a67772f8eb754b0a314450b48fed1f1adb998d339f118314'
const PI = Uint8Array.from(PI_HEX.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
const BLOCK = 16
const ROUNDS = 18

/** To whole blocks, each added byte the number of bytes added; then a block that sums them up. */
function padded(message: Uint8Array): Uint8Array {
  const added = BLOCK - (message.length % BLOCK)
  const bytes = new Uint8Array(message.length + added + BLOCK).fill(added)
  bytes.set(message)
  const end = message.length + added
  let last = 0
  for (let index = 0; index < end; index += 1) {
    const at = end + (index % BLOCK)
    last = (bytes[at] = ((index < BLOCK ? 0 : (bytes[at] ?? 0)) ^ (PI[(bytes[index] ?? 0) ^ last] ?? 0)) & 0xff)
  }
  return bytes
}

/** The 16 bytes of MD2. @see https://www.rfc-editor.org/rfc/rfc1319 */
export function md2(message: Uint8Array): Uint8Array {
  const bytes = padded(message)
  const state = new Uint8Array(3 * BLOCK)
  for (let start = 0; start < bytes.length; start += BLOCK) {
    for (let index = 0; index < BLOCK; index += 1) {
      const byte = bytes[start + index] ?? 0
      state[BLOCK + index] = byte
      state[2 * BLOCK + index] = byte ^ (state[index] ?? 0)
    }
    let carry = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let index = 0; index < state.length; index += 1) carry = state[index] = (state[index] ?? 0) ^ (PI[carry] ?? 0)
      carry = (carry + round) % 256
    }
  }
  return state.slice(0, BLOCK)
}
