import { invalidRequest, notEmulated } from '../errors/service-exception.ts'
import type { CodeSigning, OTAUpdateFile, S3Location } from '../model/model.generated.ts'
import type { ObjectReference } from '../objects/object-port.ts'
import type { IotState } from '../state/iot-state.ts'
import type { OtaUpdate } from '../state/ota-updates.ts'

/** A file of an update, as its job's document and its stream have it. */
export interface OtaFile {
  readonly file: OTAUpdateFile
  readonly fileId: number
  readonly object: ObjectReference
}

export const protocolsOf = ({ protocols = [] }: Pick<OtaUpdate, 'protocols'>): readonly string[] =>
  (protocols.length === 0 ? ['MQTT'] : protocols)

/** The files with where they are in S3. Throws ServiceException for what no device could get. */
export function otaFiles(
  state: Pick<IotState, 'streams'>, { files, roleArn, ...update }: Pick<OtaUpdate, 'files' | 'roleArn' | 'protocols'>,
): { readonly files: readonly OtaFile[]; readonly streamId: string | undefined } {
  const streamIds = new Set(files.map(({ fileLocation }) => fileLocation?.stream?.streamId))
  if (streamIds.size > 1) throw invalidRequest('All files of an update are in one stream, or all are in S3.')
  const overHttp = protocolsOf(update).includes('HTTP')
  const located = files.map((file, at) => {
    checkSigning(file.codeSigning)
    const located = locate(state, file, at)
    // The placeholder of a URL in a job document has no word for it.
    if (overHttp && located.object.version !== undefined) throw notEmulated('The version of an object, for a file over HTTP,')
    return { file, fileId: located.fileId, object: { ...located.object, roleArn } }
  })
  return { files: located, streamId: [...streamIds][0] }
}

function locate({ streams }: Pick<IotState, 'streams'>, { fileName = '', fileLocation }: OTAUpdateFile, at: number): Omit<OtaFile, 'file'> {
  const { stream, s3Location } = fileLocation ?? {}
  if (stream?.streamId === undefined) return { fileId: at, object: objectAt(s3Location, `The file ${fileName}`) }
  const known = streams.get(stream.streamId)?.files.find(({ fileId }) => fileId === (stream.fileId ?? 0))
  if (known === undefined) throw invalidRequest(`There is no stream ${stream.streamId} with a file ${stream.fileId ?? 0}.`)
  return { fileId: known.fileId ?? 0, object: objectAt(known.s3Location, `The file ${known.fileId ?? 0} of ${stream.streamId}`) }
}

function objectAt(location: S3Location | undefined, what: string): ObjectReference {
  const { bucket, key, version } = location ?? {}
  if (bucket === undefined || key === undefined) throw invalidRequest(`${what} needs a fileLocation: a stream, or a bucket and key in S3.`)
  return { bucket, key, version }
}

function checkSigning(codeSigning: CodeSigning | undefined): void {
  const { awsSignerJobId, startSigningJobParameter, customCodeSigning } = codeSigning ?? {}
  if (startSigningJobParameter !== undefined) throw notEmulated('Signing by AWS Signer (startSigningJobParameter)')
  if (awsSignerJobId !== undefined) throw notEmulated('Signing by AWS Signer (awsSignerJobId)')
  if (customCodeSigning === undefined) return
  const { signature, hashAlgorithm, signatureAlgorithm } = customCodeSigning
  if (signature?.inlineDocument === undefined || hashAlgorithm === undefined || signatureAlgorithm === undefined)
    throw invalidRequest('customCodeSigning needs a signature.inlineDocument, a hashAlgorithm and a signatureAlgorithm.')
}
