import { createHash } from 'node:crypto'

/**
 * Makes a name of stack, logical id and twelve characters, as CloudFormation does. The characters are derived from both names, so that the
 * name is the same in every run, and from `generation`, the number of earlier resources under the same logical id.
 */
export function physicalName(stackName: string, logicalId: string, { maxLength = 64, generation = 0 } = {}): string {
  const digest = createHash('sha256').update(`${stackName}/${logicalId}${generation === 0 ? '' : `/${generation}`}`).digest()
  const suffix = [...digest.subarray(0, 12)].map((byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[byte % 32]).join('')
  return `${`${stackName}-${logicalId}`.slice(0, maxLength - 13)}-${suffix}`
}
