import { endpointOfCloud } from '../../core/choose-cloud.ts'
import { cloudState } from '../../core/cloud-outputs.ts'
import { textFlag } from '../../flags.ts'
import { UsageError, type Flags } from '../../verb.ts'

const OUTPUT = 'ApiUrl'

/** The URL of the HTTP API: that of `--api`, else the output `ApiUrl` of the cloud that runs. Throws `UsageError` where there is none. */
export async function findApi(flags: Flags): Promise<string> {
  const api = textFlag(flags, 'api')
  if (api !== undefined) {
    if (flags['core'] !== undefined || flags['endpoint'] !== undefined)
      throw new UsageError('--api says where the API is: without --core and --endpoint.')
    if (!/^https?:$/.test(URL.parse(api)?.protocol ?? ''))
      throw new UsageError(`--api takes a URL, as https://abc.execute-api.eu-central-1.amazonaws.com, not "${api}".`)
    return api
  }
  const endpoint = await endpointOfCloud(flags, () => 'it has no API; start a cloud with keg run, or name an API by --api URL')
  const urls = (await cloudState(endpoint)).output(OUTPUT)
  const [url, ...others] = urls
  if (url === undefined) throw new UsageError(`The cloud at ${endpoint} has no output ${OUTPUT}: name its API by --api URL.`)
  if (others.length > 0)
    throw new UsageError(`The cloud at ${endpoint} has several outputs ${OUTPUT}: ${urls.join(', ')}. Choose one by --api URL.`)
  return url
}
