import { ignored, object, refused, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { lambda } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-layerversion.html */
export const lambdaLayerVersion = resource('AWS::Lambda::LayerVersion', {
  uses: { lambda },
  properties: {
    LayerName: text,
    Content: required(object({
      S3Bucket: ignored('the content is taken from the assembly'),
      S3Key: required(text),
      S3ObjectVersion: refused('only what is in the assembly can be used'),
    })),
    CompatibleArchitectures: ignored('functions run on this machine\'s architecture'),
    CompatibleRuntimes: ignored('functions run on the Node.js that runs this'),
    Description: ignored('it is for people'),
    LicenseInfo: ignored('it is for people'),
  },
  create({ LayerName, Content: { S3Key } }, { services, physicalName, arn, asset }) {
    const found = asset(S3Key)
    if (found === undefined) throw new TypeError(`Content.S3Key ${S3Key} is no asset of the assembly`)
    const layerArn = services.lambda.layers.publish(arn('lambda', `layer:${LayerName ?? physicalName(64)}`), found)
    return { ref: layerArn, attributes: { LayerVersionArn: layerArn } }
  },
})
