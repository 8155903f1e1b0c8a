/**
 * Words of everyday language that companies are called by, or build their names of: alone they say nothing about whom
 * one writes for. What a client's own customers write is added to them (`BrandFacts` of the one who writes).
 */
const everyday = `
ace acorn active air alpha amazon anchor angel any apex app apple arch arrow art ash atlas aurora bank base basic bay
beach beacon bean bear bee bell berry best beta better big bird bliss block bloom blossom blue board boat bold bolt bond
book boot boots bottle bow box brave bread breeze brick bridge bright brook bubble bud bug build bumble burst butter
button cake call calm camp canvas capital card care carrot casa castle cat cedar central chain chance change charm
chase check cherry chief choice circle citizen city clear clever click cloud clover club coach coast coin colour comet
common compass concord copper coral core corner corona country craft crane cream credit crest crown crystal cube current
daily dash data dawn day deep deer delta desert diamond direct discover dish dock dog door dot dove draft dragon dream
drift drive drop drum duck eagle early earth east easy echo edge ember enjoy essential ever every express extra eye
fabric face fair faith falcon farm fast feather field fig fire first fish five flag flame flash flat fleet flex flight
flint float flow flower fly focus forest forge fork form fort forward four fox frame free freedom fresh friend front
frontier fruit full future galaxy game gap garden gate gem general gentle giant gift glass globe glow goal gold golden
good grace grand grape grass gray great green grey grid grove grow guard guide halo hand happy harbor harbour harvest
haven hawk heart heat heaven herb hero high hill hinge hive holly home honest honey hope horizon horn horse house hub
ice icon idea impact ink inn iris island ivory ivy jade jaguar jet jewel join joy jump june jungle just key kind king
kite lab ladder lake lamp land lane lark last laurel lead leaf lean learn ledger lemon lemonade level liberty life light
lighthouse lily lime line link lion list little live local lock loft logic look loop lotus love luck luna lunar magic main
major map maple mark market marvel mason match matter may meadow medal medium meet mercury meridian mesa metro mile mill
mint mirror mist modern moment monday moon more morning mosaic moss mountain move much music native natural nature
navigator near nest net network new next night nine noble north northern note notion nova now oak oasis ocean olive omega one
only open optimum option orange orbit orchard orchid origin oscar otter outlook oxford pacific page paint palace palm
paper paradise parallel park part path patient pay peace peach peak pear pearl pebble pen penguin people pepper perfect
phoenix picture pilot pine pink pioneer pixel place plain planet plum plus pocket point polar pool pop poppy port post
power premier press prime pro promise proper proud pulse pure puma quest quick quiet quill rabbit rain rainbow raven ray
reach ready real red reef regent regular relay rich ridge ring rise river road robin rock rocket root rose round royal
ruby run rush sage sail salt sand sapphire save scout sea season second secure seed select sense seven shade shadow
share sharp shell shelter shield shift shine ship shop shore short signal silk silver simple six sky slack slate small
smart smile smooth snap snow social soft sol solar solid solution song sound source south southern space spark
sparrow spectrum speed spice spin spirit spring sprint sprout square stable staff stage standard star start state station
steady steel stellar step stitch stone store storm story stream street strong studio sugar summit sun sunrise sure swan
sweet swift table tail talk target team tempo ten terra the thing three thrive thunder tide tiger time tiny titan
today together top torch total touch tower town track trade trail train travel tree trend tribe true trust turtle
twin two unity universal upper urban value valley vantage vector velvet venture very view village violet virgin vision
visa vista vital vivid voice volt wallet wave way web well west western whale wheat wheel whisper white wide wild willow
wind window wing wise wish wolf wonder wood work world yellow yes young your zebra zen zenith zero zip zone zoom
agua aire alba alma alto amigo arena arte azul banco barrio bien blanco bosque brisa bueno buena cafe calle camino campo
canal cielo ciudad claro clave corazon costa cruz dia directo dulce estrella flor fuego fuente fuerza futuro gato grande
gris hogar hoja isla jardin lago leon libre libro limon llave luz madera mano mar mejor mercado mesa mi monte mundo
naranja negro nido noche norte nube nuevo nueva oro oeste palma pan paz pino plata playa plaza primero puente puerta punto
rapido rayo real reino rio roca rojo rosa ruta sal santo sol sombra sur taller tienda tierra todo torre uno uva
valle verde viaje vida viento vino vivo vuelo
amanecer arbol barco bonito cerca estilo fiesta
alte blau gut haus licht neu stadt stern tag wald wasser weg welt berg
`;

const known: ReadonlySet<string> = new Set(everyday.split(/\s+/).filter((word) => word !== ''));

export const isEverydayWord = (folded: string): boolean => known.has(folded) || /^\d+$/.test(folded);

/** What a company puts beside its name; no one is told apart by it. */
const companyWords = `
ag air airlines airways associates bank bv booking books boutique care center centre club co com company corp corporation
customer customers desk digital direct energy finance foundation gmbh group help helpdesk holding holdings home hotel
hotels inc insurance international labs limited llc ltd mail mobile office online order orders outdoor outdoors outfitters
partner partners pay plc pro repairs retail returns sa sales sas service services shipping shop sl software solutions srl
store stores studio supply support systems team tech technologies technology telecom the trade trading travel und y and
atencion ayuda cliente clientes contacto devoluciones equipo grupo hola info kundenservice noreply pedidos servicio soporte
tienda ventas
فريق الدعم خدمة العملاء شركة متجر مكتبة مجموعة بنك مركز المساعدة الطلبات المبيعات دعم
`;

const generic: ReadonlySet<string> = new Set(
  companyWords
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('ة', 'ه')),
);

export const isCompanyWord = (folded: string): boolean => generic.has(folded);

/** Mail hosts that anybody may have an address at. */
const publicHosts: ReadonlySet<string> = new Set([
  ...[
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.com',
    'live.com',
    'msn.com',
    'yahoo.com',
    'aol.com',
  ],
  ...[
    'icloud.com',
    'me.com',
    'mac.com',
    'proton.me',
    'protonmail.com',
    'gmx.com',
    'gmx.de',
    'gmx.net',
    'web.de',
  ],
  ...[
    'mail.com',
    'zoho.com',
    'yandex.com',
    'fastmail.com',
    't-online.de',
    'orange.fr',
    'free.fr',
    'libero.it',
  ],
  ...['hotmail.es', 'yahoo.es', 'yahoo.co.uk', 'hotmail.co.uk', 'qq.com', '163.com', 'mail.ru', 'terra.es'],
]);

export const isPublicMailHost = (host: string): boolean => publicHosts.has(host);

/** Hosts where everybody has a page: whose it is, the first part of the path says. */
const sharedHosts: ReadonlySet<string> = new Set([
  ...[
    'google.com',
    'goo.gl',
    'maps.app.goo.gl',
    'facebook.com',
    'fb.com',
    'instagram.com',
    'x.com',
    'twitter.com',
  ],
  ...[
    'linkedin.com',
    'youtube.com',
    'youtu.be',
    'tiktok.com',
    'wa.me',
    't.me',
    'pinterest.com',
    'trustpilot.com',
  ],
  ...['notion.site', 'github.com', 'medium.com', 'typeform.com', 'calendly.com', 'apps.apple.com', 'bit.ly'],
  ...[
    'play.google.com',
    'docs.google.com',
    'forms.gle',
    'dropbox.com',
    'paypal.com',
    'paypal.me',
    'stripe.com',
  ],
  ...[
    'dhl.com',
    'ups.com',
    'fedex.com',
    'usps.com',
    'royalmail.com',
    'correos.es',
    'aramex.com',
    'wikipedia.org',
  ],
]);

export const isSharedHost = (host: string): boolean => sharedHosts.has(host);
