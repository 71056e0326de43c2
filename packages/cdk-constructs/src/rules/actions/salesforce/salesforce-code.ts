import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { fileURLToPath } from 'node:url'
import { bundleHandler } from './bundle-handler.ts'

/** The function's code: a file of the published package, or made of its source. */
export function salesforceCode(): Code {
  if (!import.meta.url.endsWith('.ts')) return Code.fromAsset(fileURLToPath(new URL('./salesforce/', import.meta.url)))
  const tryBundle = (outputDirectory: string) => {
    bundleHandler(import.meta.url, outputDirectory)
    return true
  }
  return Code.fromAsset(fileURLToPath(new URL('.', import.meta.url)), {
    assetHashType: AssetHashType.OUTPUT, bundling: { image: DockerImage.fromRegistry('none'), local: { tryBundle } },
  })
}
