/** Plain JavaScript on purpose: it must still run on a Node too old for everything else here. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Torogoz necesita Node 22.18 o más nuevo y este es ${process.versions.node}: use "npm start", "npm run …" o "npx torogoz …", que traen el suyo.`,
  )
  process.exit(2)
}
