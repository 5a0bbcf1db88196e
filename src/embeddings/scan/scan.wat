;; Inner products of one query with many rows of signed bytes. `npm run scan` assembles this into
;; scan-module.ts, and a test compares the two.
;;
;; A row takes `stride` bytes, a multiple of 32; `count` rows, at least one, lie from `row` on. The
;; query lies at address 0, as 16-bit numbers. One 32-bit product a row is written from `out` on.
;; One row after the other: four at once read the query less often, but memory less evenly, and were
;; a fifth slower.
(module
  (memory (import "scan" "memory") 1)
  (func (export "dots") (param $row i32) (param $count i32) (param $stride i32) (param $out i32)
    (local $end i32) (local $query i32) (local $queryEnd i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end
      (i32.add (local.get $row) (i32.mul (local.get $count) (local.get $stride))))
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
      (i32.store (local.get $out)
        (i32.add (i32x4.extract_lane 0 (local.get $a)) (i32x4.extract_lane 1 (local.get $a))))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (br_if $rows (i32.lt_u (local.get $row) (local.get $end))))))
