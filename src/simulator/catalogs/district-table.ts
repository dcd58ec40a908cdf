/**
 * CAT-008, the 262 districts (the municipalities of before the reform of 2024) by the code of their municipality in
 * CAT-013. Source: Ley Especial para la Reestructuración Municipal, D.L. 762 of 2023.
 */
export const DISTRICT_TABLE: Readonly<Record<string, string>> = {
  '0113': 'Atiquizaya, El Refugio, San Lorenzo, Turín',
  '0114': 'Ahuachapán, Apaneca, Concepción de Ataco, Tacuba',
  '0115': 'Guaymango, Jujutla, San Francisco Menéndez, San Pedro Puxtla',
  '0214': 'Masahuat, Metapán, Santa Rosa Guachipilín, Texistepeque',
  '0215': 'Santa Ana',
  '0216': 'Coatepeque, El Congo',
  '0217':
    'Candelaria de la Frontera, Chalchuapa, El Porvenir, San Antonio Pajonal, San Sebastián Salitrillo, ' +
    'Santiago de la Frontera',
  '0317': 'Juayúa, Nahuizalco, Salcoatitán, Santa Catarina Masahuat',
  '0318': 'Nahulingo, San Antonio del Monte, Santo Domingo de Guzmán, Sonsonate, Sonzacate',
  '0319': 'Armenia, Caluco, Cuisnahuat, Izalco, San Julián, Santa Isabel Ishuatán',
  '0320': 'Acajutla',
  '0434': 'Citalá, La Palma, San Ignacio',
  '0435':
    'Agua Caliente, Dulce Nombre de María, El Paraíso, La Reina, Nueva Concepción, San Fernando, ' +
    'San Francisco Morazán, San Rafael, Santa Rita, Tejutla',
  '0436':
    'Arcatao, Azacualpa, Chalatenango, Comalapa, Concepción Quezaltepeque, El Carrizal, La Laguna, Las Vueltas, ' +
    'Nombre de Jesús, Nueva Trinidad, Ojos de Agua, Potonico, San Antonio de la Cruz, San Antonio Los Ranchos, ' +
    'San Francisco Lempa, San Isidro Labrador, San José Cancasque, San José Las Flores, San Luis del Carmen, ' +
    'San Miguel de Mercedes',
  '0523': 'Quezaltepeque, San Matías, San Pablo Tacachico',
  '0524': 'Ciudad Arce, San Juan Opico',
  '0525': 'Colón, Jayaque, Sacacoyo, Talnique, Tepecoyo',
  '0526': 'Antiguo Cuscatlán, Huizúcar, Nuevo Cuscatlán, San José Villanueva, Zaragoza',
  '0527': 'Chiltiupán, Jicalapa, La Libertad, Tamanique, Teotepeque',
  '0528': 'Comasagua, Santa Tecla',
  '0620': 'Aguilares, El Paisnal, Guazapa',
  '0621': 'Apopa, Nejapa',
  '0622': 'Ilopango, San Martín, Soyapango, Tonacatepeque',
  '0623': 'Ayutuxtepeque, Ciudad Delgado, Cuscatancingo, Mejicanos, San Salvador',
  '0624': 'Panchimalco, Rosario de Mora, San Marcos, Santiago Texacuangos, Santo Tomás',
  '0717': 'Oratorio de Concepción, San Bartolomé Perulapía, San José Guayabal, San Pedro Perulapán, Suchitoto',
  '0718':
    'Candelaria, Cojutepeque, El Carmen, El Rosario, Monte San Juan, San Cristóbal, San Rafael Cedros, San Ramón, ' +
    'Santa Cruz Analquito, Santa Cruz Michapa, Tenancingo',
  '0823':
    'Cuyultitán, Olocuilta, San Francisco Chinameca, San Juan Talpa, San Luis Talpa, San Pedro Masahuat, Tapalhuaca',
  '0824':
    'El Rosario, Jerusalén, Mercedes La Ceiba, Paraíso de Osorio, San Antonio Masahuat, San Emigdio, ' +
    'San Juan Tepezontes, San Luis La Herradura, San Miguel Tepezontes, San Pedro Nonualco, Santa María Ostuma, ' +
    'Santiago Nonualco',
  '0825': 'San Juan Nonualco, San Rafael Obrajuelo, Zacatecoluca',
  '0910': 'Cinquera, Ilobasco, Jutiapa, Tejutepeque',
  '0911': 'Dolores, Guacotecti, San Isidro, Sensuntepeque, Victoria',
  '1014': 'Apastepeque, San Esteban Catarina, San Ildefonso, San Lorenzo, San Sebastián, Santa Clara, Santo Domingo',
  '1015': 'Guadalupe, San Cayetano Istepeque, San Vicente, Tecoluca, Tepetitán, Verapaz',
  '1124':
    'Alegría, Berlín, El Triunfo, Estanzuelas, Jucuapa, Mercedes Umaña, Nueva Granada, San Buenaventura, ' +
    'Santiago de María',
  '1125':
    'California, Concepción Batres, Ereguayquín, Jucuarán, Ozatlán, San Dionisio, Santa Elena, Santa María, ' +
    'Tecapán, Usulután',
  '1126': 'Jiquilisco, Puerto El Triunfo, San Agustín, San Francisco Javier',
  '1221':
    'Carolina, Chapeltique, Ciudad Barrios, Nuevo Edén de San Juan, San Antonio del Mosco, San Gerardo, ' +
    'San Luis de la Reina, Sesori',
  '1222': 'Chirilagua, Comacarán, Moncagua, Quelepa, San Miguel, Uluazapa',
  '1223': 'Chinameca, El Tránsito, Lolotique, Nueva Guadalupe, San Jorge, San Rafael Oriente',
  '1327':
    'Arambala, Cacaopera, Corinto, El Rosario, Joateca, Jocoaitique, Meanguera, Perquín, San Fernando, San Isidro, ' +
    'Torola',
  '1328':
    'Chilanga, Delicias de Concepción, El Divisadero, Gualococti, Guatajiagua, Jocoro, Lolotiquillo, Osicala, ' +
    'San Carlos, San Francisco Gotera, San Simón, Sensembra, Sociedad, Yamabal, Yoloaiquín',
  '1419':
    'Anamorós, Bolívar, Concepción de Oriente, El Sauce, Lislique, Nueva Esparta, Pasaquina, Polorós, ' +
    'San José La Fuente, Santa Rosa de Lima',
  '1420': 'Conchagua, El Carmen, Intipucá, La Unión, Meanguera del Golfo, San Alejo, Yayantique, Yucuaiquín',
}
