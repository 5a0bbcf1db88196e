;; Inner products of one query with many rows of signed bytes, and which of them are large. `npm run scan`
;; assembles this into scan-module.ts, and a test compares the two.
;;
;; A row takes `stride` bytes, a multiple of 32; `count` rows, at least one, lie from `row` on, and from
;; `scales` on a 64-bit factor for each. The query lies at address 0, as 16-bit numbers. A row whose product times
;; its factor is not below `least` is written from `out` on: its number, from 0, and its product, 32 bits each.
;; Answers where the last one written ends.
;; One row after the other: four at once read the query less often, but memory less evenly, and were
;; a fifth slower.
(module
  (memory (import "scan" "memory") 1)
  (func (export "scan") (param $row i32) (param $count i32) (param $stride i32) (param $scales i32)
    (param $least f64) (param $out i32) (result i32)
    (local $number i32) (local $product i32) (local $query i32) (local $queryEnd i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $queryEnd (i32.shl (local.get $stride) (i32.const 1)))
    (loop $rows
      (local.set $query (i32.const 0))
      (local.set $a (v128.const i32x4 0 0 0 0))
      (local.set $b (v128.const i32x4 0 0 0 0))
      (local.set $c (v128.const i32x4 0 0 0 0))
      (local.set $d (v128.const i32x4 0 0 0 0))
      ;; Four sums side by side, so that no addition waits for the one before.
      (loop $bytes
        (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s
          (v128.load (local.get $query)) (v128.load8x8_s (local.get $row)))))
        (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s
          (v128.load offset=16 (local.get $query)) (v128.load8x8_s offset=8 (local.get $row)))))
        (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s
          (v128.load offset=32 (local.get $query)) (v128.load8x8_s offset=16 (local.get $row)))))
        (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s
          (v128.load offset=48 (local.get $query)) (v128.load8x8_s offset=24 (local.get $row)))))
        (local.set $row (i32.add (local.get $row) (i32.const 32)))
        (local.set $query (i32.add (local.get $query) (i32.const 64)))
        (br_if $bytes (i32.lt_u (local.get $query) (local.get $queryEnd))))
      (local.set $a (i32x4.add
        (i32x4.add (local.get $a) (local.get $b)) (i32x4.add (local.get $c) (local.get $d))))
      (local.set $a (i32x4.add (local.get $a)
        (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $a) (local.get $a))))
      (local.set $product
        (i32.add (i32x4.extract_lane 0 (local.get $a)) (i32x4.extract_lane 1 (local.get $a))))
      ;; Nearly every row ends here.
      (if (i32.eqz (f64.lt
          (f64.mul (f64.convert_i32_s (local.get $product)) (f64.load (local.get $scales)))
          (local.get $least)))
        (then
          (i32.store (local.get $out) (local.get $number))
          (i32.store offset=4 (local.get $out) (local.get $product))
          (local.set $out (i32.add (local.get $out) (i32.const 8)))))
      (local.set $scales (i32.add (local.get $scales) (i32.const 8)))
      (local.set $number (i32.add (local.get $number) (i32.const 1)))
      (br_if $rows (i32.lt_u (local.get $number) (local.get $count))))
    (local.get $out)))
