import { Token } from 'aws-cdk-lib'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { WebDashboardProps } from './web-dashboard.ts'

/** A wildcard stands for the names below a domain, and not for all that there are. */
const SOURCE = /^(?:https|wss):\/\/(?:\*\.(?=[\w-]+\.[\w-]))?[\w.-]+(?::\d+)?(?:\/[\w./-]*)?$/

const ENDPOINT = /^[\w-]+\.iot\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/
const API_ID = /^[a-z0-9]{1,20}$/

/** What is wrong with a dashboard's properties. */
export function webDashboardProblems({ folder, connectSources = [], domain, files = {}, api, mqttEndpoint }: WebDashboardProps): string[] {
  return [
    ...(existsSync(join(folder, 'index.html')) ? [] : [`folder: ${folder} has no index.html; build the page first, or correct the path`]),
    ...connectSources.flatMap((source, index) => (Token.isUnresolved(source) || SOURCE.test(source) ? [] : [`connectSources[${index}]: ${JSON.stringify(source)} is no https:// or wss:// address of one host, or of those below a domain (https://*.bar.example); a page over TLS calls no other`])),
    ...(mqttEndpoint === undefined || Token.isUnresolved(mqttEndpoint) || ENDPOINT.test(mqttEndpoint)
      ? []
      : [`mqttEndpoint: ${JSON.stringify(mqttEndpoint)} is no data endpoint of AWS IoT, as example-ats.iot.eu-central-1.amazonaws.com`]),
    ...(api === undefined || Token.isUnresolved(api.apiId) || API_ID.test(api.apiId)
      ? []
      : [`api: ${JSON.stringify(api.apiId)} is no id of an HTTP API, which is ten letters and digits`]),
    ...(domain !== undefined && domain.names.length === 0
      ? ['domain.names: there is none; name what the certificate is for, or leave `domain` out']
      : []),
    ...Object.keys(files).filter((name) => name.startsWith('/')).map((name) =>
      `files: ${JSON.stringify(name)} begins with "/"; write it as ${JSON.stringify(name.replace(/^\/+/, ''))}`),
  ]
}
