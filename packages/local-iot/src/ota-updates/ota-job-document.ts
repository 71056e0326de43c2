import type { OTAUpdateFile } from '../model/model.generated.ts'
import type { ObjectReference } from '../objects/object-port.ts'

export interface OtaJobDocumentParts {
  readonly protocols: readonly string[]
  /** Where MQTT is among the protocols. */
  readonly streamId: string | undefined
  readonly region: string
  readonly files: readonly {
    readonly file: OTAUpdateFile
    readonly fileId: number
    readonly fileBytes: number
    readonly object: ObjectReference
  }[]
}

/**
 * The document of an update's job, JSON, as the OTA library of FreeRTOS reads it. Files over HTTP have a placeholder for a presigned URL.
 *
 * @see https://docs.aws.amazon.com/freertos/latest/userguide/ota-cli-workflow.html
 */
export function otaJobDocument({ protocols, streamId, region, files }: OtaJobDocumentParts): string {
  const overHttp = protocols.includes('HTTP')
  return JSON.stringify({
    afr_ota: {
      protocols, ...(streamId === undefined ? {} : { streamname: streamId }),
      files: files.map(({ file: { fileName, fileType, codeSigning }, fileId, fileBytes, object }) => ({
        filepath: fileName ?? '', filesize: fileBytes, fileid: fileId, ...(fileType === undefined ? {} : { fileType }),
        ...(overHttp ? { auth_scheme: 'aws.s3.presigned', update_data_url: `\${aws:iot:s3-presigned-url:${urlOf(object, region)}}` } : {}),
        ...signatureOf(codeSigning),
      })),
    },
  })
}

const urlOf = ({ bucket, key }: ObjectReference, region: string) =>
  `https://s3.${region}.amazonaws.com/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`

/** `"sig-sha256-ecdsa": "MEUC…"`, and where the device has the certificate for it. */
function signatureOf(codeSigning: OTAUpdateFile['codeSigning']): object {
  const { signature, certificateChain, hashAlgorithm = '', signatureAlgorithm = '' } = codeSigning?.customCodeSigning ?? {}
  if (signature?.inlineDocument === undefined) return {}
  return {
    certfile: certificateChain?.certificateName ?? '',
    [`sig-${hashAlgorithm}-${signatureAlgorithm}`.toLowerCase()]: Buffer.from(signature.inlineDocument).toString('base64'),
  }
}
