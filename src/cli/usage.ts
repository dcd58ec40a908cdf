export const USAGE = `Torogoz POS, para técnicos y programas

  torogoz sell FILE|- [--wait SECONDS]     guarda una venta; con --wait espera su resultado fiscal
  torogoz purchase FILE|- [--wait SECONDS] guarda una compra a un sujeto excluido
  torogoz send --until-empty [--for SECONDS]
                                           envía lo pendiente hasta terminar
  torogoz documents [--state STATE] [--type 01|03|05|11|14] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--total 12.50]
                    [--search TEXTO] [--ref REF]
  torogoz day [YYYY-MM-DD]                 las ventas de un día frente a sus documentos y a los montos del servicio
  torogoz document REF                     un documento con sus intentos y respuestas
  torogoz query ID [--dte] [--out FILE --type ticket|invoice|json]
                                           lo que el servicio tiene de cualquier documento, también de otra caja
  torogoz files REF [--fetch] [--out DIR]  los archivos que se conservan de un documento; --fetch trae los que faltan
  torogoz files --month YYYY-MM [--out FILE.zip] [--fetch]
                                           un ZIP del mes con su índice, para el contador
  torogoz retry REF                        lo intenta ahora
  torogoz correct REF FILE|-               corrige al cliente y lo envía con la misma referencia
  torogoz cancel REF --reason TEXTO [--pin PIN]
                                           pide anular un documento sellado
  torogoz credit-note REF FILE|- [--wait SECONDS] [--pin PIN]
                                           una nota de crédito: {"reason","lines":[{"line":1,"quantity":2}],"method"}
  torogoz return REF FILE|- [--pin PIN]    devolución parcial de una factura: {"reason","lines"}
                                           --pin: el de la persona encargada, donde la tienda lo pide
  torogoz settle REF cash|credit           salda en efectivo, o deja como saldo, lo que se pagó de más o de menos
  torogoz journal [YYYY-MM-DD]             el diario de un día, una línea JSON por asiento
  torogoz print REF [--out FILE.pdf|.png|.bin]
                                           el papel de un documento; .pdf es su ticket, o su carta donde no hay ticket
  torogoz products FILE|-                  agrega o cambia productos: [{"code","name","category","unit","price"}]
  torogoz catalogs [refresh]               los catálogos de Hacienda que la caja conserva; refresh los pide de nuevo
  torogoz verify                           revisa la base de datos y lo archivado
  torogoz backups                          los respaldos de la caja
  torogoz backup [FOLDER]                  hace un respaldo ahora y lo revisa
  torogoz restore FILE|--newest            vuelve a un respaldo, con la caja cerrada; lo vendido después se recupera
  torogoz simulator [--port N] [--no-limits]
                                           el simulador de Ocote, solo

  --json        exactamente un valor JSON en la salida; los avisos van al canal de errores
  --training    sobre los datos del modo de entrenamiento

Variables: TOROGOZ_DATA_DIR, OCOTE_BASE_URL, OCOTE_API_KEY, OCOTE_ENVIRONMENT (01 producción, 00 pruebas),
           TOROGOZ_PRINTER (tcp://equipo:9100, file:CARPETA, none)
Salida: 0 hecho · 1 rechazado, con la razón · 2 uso incorrecto`
