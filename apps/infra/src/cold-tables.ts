import { ColdDatabase, ColdStore, type ColdDatabaseProps } from '@keg/cdk-constructs'
import { columnsOf, type ColdTable } from '@keg/cold-store'
import { CfnOutput } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

/** A stage's cold tables, by name, in one database; their outputs tell `keg query` where to ask. */
export function coldTables(
  scope: Construct, stage: string, { accessLogs }: Required<Pick<ColdDatabaseProps, 'accessLogs'>>,
): Readonly<Record<ColdTable, ColdStore>> {
  const database = new ColdDatabase(scope, 'Cold', { databaseName: `keg_${stage.toLowerCase()}`, accessLogs })
  const table = (tableName: ColdTable, id: string): ColdStore =>
    new ColdStore(scope, id, { database, tableName, columns: columnsOf(tableName) })
  const outputs = { ColdDatabase: database.databaseName, ColdWorkGroup: database.workGroupName, ColdBucket: database.bucket.bucketName }
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(scope, name, { value })
  return { telemetry: table('telemetry', 'ColdTelemetry'), pours: table('pours', 'ColdPours') }
}
