"""Names of the states in Archigos by its abbreviations (those of Gleditsch and Ward 1999)."""

from __future__ import annotations

from typing import Final

_LISTED: Final = """
AFG Afghanistan; ALB Albania; ALG Algeria; ANG Angola; ARG Argentina; ARM Armenia; AUH Austria-Hungary; AUL Australia;
AUS Austria; AZE Azerbaijan; BAH Bahrain; BAR Barbados; BAV Bavaria; BEL Belgium; BEN Benin; BFO Burkina Faso;
BHM the Bahamas; BHU Bhutan; BLR Belarus; BLZ Belize; BNG Bangladesh; BOL Bolivia; BOS Bosnia and Herzegovina;
BOT Botswana; BRA Brazil; BRU Brunei; BUI Burundi; BUL Bulgaria; CAM Cambodia; CAN Canada; CAO Cameroon;
CAP Cape Verde; CDI Ivory Coast; CEN the Central African Republic; CHA Chad; CHL Chile; CHN China; COL Colombia;
COM the Comoros; CON the Republic of the Congo; COS Costa Rica; CRO Croatia; CUB Cuba; CYP Cyprus; CZE Czechoslovakia;
CZR the Czech Republic; DEN Denmark; DJI Djibouti; DOM the Dominican Republic; DRC the Democratic Republic of the Congo;
DRV Vietnam; ECU Ecuador; EGY Egypt; EQG Equatorial Guinea; ERI Eritrea; EST Estonia; ETH Ethiopia; ETM East Timor;
FIJ Fiji; FIN Finland; FJI Fiji; FRN France; GAB Gabon; GAM the Gambia; GDR East Germany; GFR West Germany; GHA Ghana;
GMY Germany; GNB Guinea-Bissau; GRC Greece; GRG Georgia; GUA Guatemala; GUI Guinea; GUY Guyana; HAI Haiti; HON Honduras;
HUN Hungary; ICE Iceland; IND India; INS Indonesia; IRE Ireland; IRN Iran; IRQ Iraq; ISR Israel; ITA Italy; JAM Jamaica;
JOR Jordan; JPN Japan; KEN Kenya; KOR Korea; KOS Kosovo; KUW Kuwait; KYR Kyrgyzstan; KZK Kazakhstan; LAO Laos;
LAT Latvia; LBR Liberia; LEB Lebanon; LES Lesotho; LIB Libya; LIT Lithuania; LUX Luxembourg; MAA Mauritania;
MAC Macedonia; MAD the Maldives; MAG Madagascar; MAL Malaysia; MAS Mauritius; MAW Malawi; MEX Mexico; MLD Moldova;
MLI Mali; MLT Malta; MNG Montenegro; MON Mongolia; MOR Morocco; MYA Myanmar; MZM Mozambique; NAM Namibia; NEP Nepal;
NEW New Zealand; NIC Nicaragua; NIG Nigeria; NIR Niger; NOR Norway; NTH the Netherlands; OFS the Orange Free State;
OMA Oman; PAK Pakistan; PAN Panama; PAR Paraguay; PER Peru; PHI the Philippines; PNG Papua New Guinea; POL Poland;
POR Portugal; PRK North Korea; QAT Qatar; ROK South Korea; RUM Romania; RUS Russia; RVN South Vietnam; RWA Rwanda;
SAF South Africa; SAL El Salvador; SAU Saudi Arabia; SEN Senegal; SER Serbia; SIE Sierra Leone; SIN Singapore;
SLO Slovakia; SLV Slovenia; SOL the Solomon Islands; SOM Somalia; SPN Spain; SRI Sri Lanka; SSD South Sudan; SUD Sudan;
SUR Suriname; SWA Swaziland; SWD Sweden; SWZ Switzerland; SYR Syria; TAJ Tajikistan; TAW Taiwan; TAZ Tanzania;
TBT Tibet; THI Thailand; TKM Turkmenistan; TOG Togo; TRA Transvaal; TRI Trinidad and Tobago; TUN Tunisia; TUR Turkey;
UAE the United Arab Emirates; UGA Uganda; UKG the United Kingdom; UKR Ukraine; URU Uruguay; USA the United States;
UZB Uzbekistan; VEN Venezuela; VIE Vietnam; VNM Vietnam; YEM Yemen; YPR South Yemen; YUG Yugoslavia; ZAM Zambia;
ZAN Zanzibar; ZIM Zimbabwe
"""

STATES: Final = {entry.split()[0]: " ".join(entry.split()[1:]) for entry in _LISTED.split(";")}
"""Name by abbreviation; a state that is not listed keeps its abbreviation."""
