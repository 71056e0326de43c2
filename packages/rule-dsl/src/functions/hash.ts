import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { md2 } from './md2.ts'
import { fn, string } from './signature.ts'

const utf8 = new TextEncoder()
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const digest = (hash: (message: Uint8Array) => Uint8Array) => fn([string], (text) => hex(hash(utf8.encode(text))))

export const hashFunctions = {
  md2: digest(md2),
  md5: digest(md5),
  sha1: digest(sha1),
  sha224: digest(sha224),
  sha256: digest(sha256),
  sha384: digest(sha384),
  sha512: digest(sha512),
}
