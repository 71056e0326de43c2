/**
 * The operations of the service `iot-jobs-data`, whose paths are partly those of the control plane.
 * @see https://docs.aws.amazon.com/iot/latest/apireference/API_Operations_AWS_IoT_Jobs_Data_Plane.html
 */
const ROUTES: readonly (readonly [name: string, method: string, path: RegExp])[] = [
  ['GetPendingJobExecutions', 'GET', /^\/things\/[^/]+\/jobs\/?$/],
  ['StartNextPendingJobExecution', 'PUT', /^\/things\/[^/]+\/jobs\/(\$|%24)next\/?$/],
  ['DescribeJobExecution', 'GET', /^\/things\/[^/]+\/jobs\/[^/]+\/?$/],
  ['UpdateJobExecution', 'POST', /^\/things\/[^/]+\/jobs\/[^/]+\/?$/],
  ['StartCommandExecution', 'POST', /^\/command-executions\/?$/],
]

/** Which operation of the jobs data plane a request is for; `undefined` for none. */
export const jobsDataOperation = (method: string, { pathname }: URL): string | undefined =>
  ROUTES.find(([, its, path]) => its === method && path.test(pathname))?.[0]
