import { describe, expect, it } from 'vitest'
import { readBlockRequest } from './block-request.ts'

const codeOf = (request: object) => {
  try {
    return readBlockRequest(request as Record<string, unknown>).blocks
  } catch (error) {
    return (error as { code?: string }).code
  }
}
const K = 1024
const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at)

// mqtt-based-file-delivery-in-devices.html#mqtt-based-file-delivery-getstream-request
describe('a request for blocks', () => {
  it.each([
    ['the guide’s bitmap', { f: 1, l: 256, o: 20, n: 32, b: '130080' }, [20, 21, 24, 43]],
    ['the same in CBOR', { f: 1, l: 256, o: 20, n: 32, b: new Uint8Array([0x13, 0x00, 0x80]) }, [20, 21, 24, 43]],
    ['the same in base64', { f: 1, l: 256, o: 20, n: 32, b: 'EwCA' }, [20, 21, 24, 43]],
    ['a bitmap with a limit', { f: 1, l: 256, o: 20, n: 2, b: '130080' }, [20, 21]],
    ['so many', { f: 0, l: 4 * K, o: 2, n: 3 }, [2, 3, 4]],
    ['more than 128 KB', { f: 0, l: 32 * K, n: 5 }, upTo(4)],
    ['neither', { f: 0, l: 64 * K }, [0, 1]],
    ['the largest block', { f: 255, l: 128 * K }, [0]],
    ['the smallest', { f: 0, l: 256, o: 98_304, n: 98_304 }, upTo(512, 98_304)],
    ['no bit', { f: 0, l: 256, b: '00' }, []],
  ])('%s', (_, request, blocks) => expect(codeOf(request)).toEqual(blocks))
  it.each([
    [{ l: 256 }, 'InvalidRequest'], [{ f: 256, l: 256 }, 'InvalidRequest'], [{ f: '0', l: 256 }, 'InvalidRequest'],
    [{ f: 0 }, 'InvalidRequest'], [{ f: 0, l: 255 }, 'BlockSizeOutOfBounds'], [{ f: 0, l: 131_073 }, 'BlockSizeOutOfBounds'],
    [{ f: 0, l: 256, o: -1 }, 'OffsetOutOfBounds'], [{ f: 0, l: 256, o: 98_305 }, 'OffsetOutOfBounds'],
    [{ f: 0, l: 256, o: 1.5 }, 'InvalidRequest'], [{ f: 0, l: 256, n: 98_305 }, 'BlockCountLimitExceeded'],
    [{ f: 0, l: 256, s: '1' }, 'InvalidRequest'], [{ f: 0, l: 256, b: 'ff'.repeat(12_288) }, 'BlockBitmapLimitExceeded'],
    [{ f: 0, l: 256, b: 7 }, 'InvalidRequest'], [{ f: 0, l: 256, b: '' }, 'InvalidRequest'],
  ])('is refused: %#', (request, code) => expect(codeOf(request)).toBe(code))
})
