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
 * @see https://github.com/winnermicro/wm_iot_sdk/blob/master/examples/network/cloud/aws/ota/ota_demo_core_http/README_EN.md, whose log has
 * one that AWS has made
 */
export function otaJobDocument({ protocols, streamId, region, files }: OtaJobDocumentParts): string {
  const overHttp = protocols.includes('HTTP')
  return JSON.stringify({
    afr_ota: {
      protocols, ...(streamId === undefined ? {} : { streamname: streamId }),
      files: files.map(({ file: { fileName, fileType, codeSigning }, fileId, fileBytes, object }) => ({
        filepath: fileName ?? '', filesize: fileBytes, fileid: fileId, ...certificateOf(codeSigning),
        ...(fileType === undefined ? {} : { fileType }),
        ...(overHttp ? { update_data_url: `\${aws:iot:s3-presigned-url:${urlOf(object, region)}}`, auth_scheme: 'aws.s3.presigned' } : {}),
        ...signatureOf(codeSigning),
      })),
    },
  })
}

const urlOf = ({ bucket, key }: ObjectReference, region: string) =>
  `https://s3.${region}.amazonaws.com/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`

/** Where the device has the certificate for the signature. */
const certificateOf = (codeSigning: OTAUpdateFile['codeSigning']): object =>
  (codeSigning?.customCodeSigning === undefined ? {} : { certfile: codeSigning.customCodeSigning.certificateChain?.certificateName ?? '' })

/** `"sig-sha256-ecdsa": "MEUC…"`: the text of the member as it is, which devices take for base64. */
function signatureOf(codeSigning: OTAUpdateFile['codeSigning']): object {
  const { signature, hashAlgorithm = '', signatureAlgorithm = '' } = codeSigning?.customCodeSigning ?? {}
  if (signature?.inlineDocument === undefined) return {}
  return { [`sig-${hashAlgorithm}-${signatureAlgorithm}`.toLowerCase()]: new TextDecoder().decode(signature.inlineDocument) }
}
