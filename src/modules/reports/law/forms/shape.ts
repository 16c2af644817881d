// What a form of the yearly report is made of: the shape that each of its files fills in.

/** A to 2018 (国办发〔2014〕32号), B for 2019 and 2020 (国办公开办函〔2019〕60号), C from 2021 (国办公开办函〔2021〕30号). */
export type Generation = 'A' | 'B' | 'C'
