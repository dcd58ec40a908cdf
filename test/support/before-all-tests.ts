/** Times on papers and screens are El Salvador's whatever the machine's; a test that leans on the machine's zone must fail here. */
export const setup = (): void => {
  process.env.TZ = 'Asia/Kathmandu'
}
