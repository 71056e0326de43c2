import { createHash } from 'node:crypto'

/** Bytes of the checksum that a token begins with. */
const CHECKSUM_BYTES = 12

/** A token for a task of an execution: opaque to whoever gets it, in base64 with `+`, `/` and `=` as AWS's are. */
export function newTaskToken(executionArn: string, id: string): string {
  const content = Buffer.from(`${id} ${executionArn}`)
  return Buffer.concat([checksum(content), content]).toString('base64')
}

/** The execution that a token is of, whether its task still waits or not; `undefined` for what is no token. */
export function executionOfToken(token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64')
  const content = bytes.subarray(CHECKSUM_BYTES)
  if (bytes.toString('base64') !== token || !checksum(content).equals(bytes.subarray(0, CHECKSUM_BYTES))) return undefined
  return content.toString().replace(/^\S* /, '')
}

/** The machine of that execution. */
export function machineOfToken(token: string): string | undefined {
  return executionOfToken(token)?.replace(/:execution:([^:]*):.*$/, ':stateMachine:$1')
}

/** Tells a token that was cut off or changed from one that was given out, without a list of those that were. */
function checksum(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest().subarray(0, CHECKSUM_BYTES)
}
