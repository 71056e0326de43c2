import { createHash } from 'node:crypto'

/**
 * Stack, logical id and twelve characters, as CloudFormation does. The characters come from the names, so that names last from run to run,
 * and from `generation`, which counts the resources that came before under the same logical id.
 */
export function physicalName(stackName: string, logicalId: string, { maxLength = 64, generation = 0 } = {}): string {
  const digest = createHash('sha256').update(`${stackName}/${logicalId}${generation === 0 ? '' : `/${generation}`}`).digest()
  const suffix = [...digest.subarray(0, 12)].map((byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[byte % 32]).join('')
  return `${`${stackName}-${logicalId}`.slice(0, maxLength - 13)}-${suffix}`
}
