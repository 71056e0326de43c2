import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SalesforceClient } from './salesforce-client.ts'
import { settingsOf } from './settings.ts'

// The runtime of Lambda brings the client, with its region and the function's role.
const secrets = new SecretsManagerClient()
const settings = settingsOf(process.env)
const salesforce = new SalesforceClient({
  apiVersion: settings.apiVersion,
  fetch,
  readSecret: async () => (await secrets.send(new GetSecretValueCommand({ SecretId: settings.secretArn }))).SecretString ?? '',
})

/** Gets what a rule selected, and writes it as one record. What it throws is tried again by Lambda, then kept in the dead-letter queue. */
export const handler = async (event: unknown): Promise<void> => salesforce.upsert(settings.recordOf(event))
