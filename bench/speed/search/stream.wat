;; Reads memory as fast as it comes and keeps nothing: the limit of every exact search.
(module
  (memory (import "scan" "memory") 1)
  (func (export "stream") (param $at i32) (param $end i32) (result i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (loop $bytes
      (local.set $a (v128.xor (local.get $a) (v128.load (local.get $at))))
      (local.set $b (v128.xor (local.get $b) (v128.load offset=16 (local.get $at))))
      (local.set $c (v128.xor (local.get $c) (v128.load offset=32 (local.get $at))))
      (local.set $d (v128.xor (local.get $d) (v128.load offset=48 (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 64)))
      (br_if $bytes (i32.lt_u (local.get $at) (local.get $end))))
    (i32x4.extract_lane 0 (v128.xor
      (v128.xor (local.get $a) (local.get $b)) (v128.xor (local.get $c) (local.get $d))))))
