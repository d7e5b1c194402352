;; The inner loops of the network, for processors with 128-bit vectors. plain.ts holds the same operations in
;; JavaScript with equal results: sums of products are integers, and single floats are added in one fixed order.
;; All pointers and strides are in bytes; training/net/kernel.mjs assembles this file into kernel.wasm.ts.
(module
  (memory (import "env" "memory") 1)

  ;; output[w][r] = float(sum over c of weights[r][c] * input[w][c]) * scale[r] + bias[r]
  ;; int16 weights and inputs, `columns` a multiple of 16, `rows` of 4.
  (func (export "product")
    (param $weights i32) (param $columns i32) (param $rows i32) (param $input i32) (param $inputStride i32) (param $count i32)
    (param $output i32) (param $outputStride i32) (param $scale i32) (param $bias i32)
    (local $row i32) (local $left i32) (local $x0 i32) (local $x1 i32) (local $out i32)
    (local $w0 i32) (local $w1 i32) (local $w2 i32) (local $w3 i32) (local $bytes i32) (local $end i32)
    (local $p0 i32) (local $p1 i32) (local $q0 i32) (local $q1 i32) (local $q2 i32) (local $q3 i32)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128)
    (local $b0 v128) (local $b1 v128) (local $b2 v128) (local $b3 v128)
    (local $u v128) (local $v v128) (local $w v128) (local $s v128) (local $t v128)
    (local.set $bytes (i32.shl (local.get $columns) (i32.const 1)))
    (block $done
      (loop $nextRows
        (br_if $done (i32.ge_s (local.get $row) (local.get $rows)))
        (local.set $w0 (i32.add (local.get $weights) (i32.mul (local.get $row) (local.get $bytes))))
        (local.set $w1 (i32.add (local.get $w0) (local.get $bytes)))
        (local.set $w2 (i32.add (local.get $w1) (local.get $bytes)))
        (local.set $w3 (i32.add (local.get $w2) (local.get $bytes)))
        (local.set $s (v128.load (i32.add (local.get $scale) (i32.shl (local.get $row) (i32.const 2)))))
        (local.set $t (v128.load (i32.add (local.get $bias) (i32.shl (local.get $row) (i32.const 2)))))
        (local.set $left (local.get $count))
        (local.set $x0 (local.get $input))
        (local.set $out (i32.add (local.get $output) (i32.shl (local.get $row) (i32.const 2))))
        (block $lastWord
          (loop $nextWords
            (br_if $lastWord (i32.le_s (local.get $left) (i32.const 0)))
            ;; Two words at a time; an odd last one is done twice.
            (local.set $x1 (local.get $x0))
            (if (i32.gt_s (local.get $left) (i32.const 1))
              (then (local.set $x1 (i32.add (local.get $x0) (local.get $inputStride)))))
            (local.set $a0 (v128.const i32x4 0 0 0 0))
            (local.set $a1 (local.get $a0))
            (local.set $a2 (local.get $a0))
            (local.set $a3 (local.get $a0))
            (local.set $b0 (local.get $a0))
            (local.set $b1 (local.get $a0))
            (local.set $b2 (local.get $a0))
            (local.set $b3 (local.get $a0))
            (local.set $p0 (local.get $x0))
            (local.set $end (i32.add (local.get $x0) (local.get $bytes)))
            (local.set $p1 (local.get $x1))
            (local.set $q0 (local.get $w0))
            (local.set $q1 (local.get $w1))
            (local.set $q2 (local.get $w2))
            (local.set $q3 (local.get $w3))
            (loop $nextColumns
              (local.set $u (v128.load (local.get $p0)))
              (local.set $v (v128.load (local.get $p1)))
              (local.set $w (v128.load (local.get $q0)))
              (local.set $a0 (i32x4.add (local.get $a0) (i32x4.dot_i16x8_s (local.get $u) (local.get $w))))
              (local.set $b0 (i32x4.add (local.get $b0) (i32x4.dot_i16x8_s (local.get $v) (local.get $w))))
              (local.set $w (v128.load (local.get $q1)))
              (local.set $a1 (i32x4.add (local.get $a1) (i32x4.dot_i16x8_s (local.get $u) (local.get $w))))
              (local.set $b1 (i32x4.add (local.get $b1) (i32x4.dot_i16x8_s (local.get $v) (local.get $w))))
              (local.set $w (v128.load (local.get $q2)))
              (local.set $a2 (i32x4.add (local.get $a2) (i32x4.dot_i16x8_s (local.get $u) (local.get $w))))
              (local.set $b2 (i32x4.add (local.get $b2) (i32x4.dot_i16x8_s (local.get $v) (local.get $w))))
              (local.set $w (v128.load (local.get $q3)))
              (local.set $a3 (i32x4.add (local.get $a3) (i32x4.dot_i16x8_s (local.get $u) (local.get $w))))
              (local.set $b3 (i32x4.add (local.get $b3) (i32x4.dot_i16x8_s (local.get $v) (local.get $w))))
              (local.set $u (v128.load offset=16 (local.get $p0)))
              (local.set $v (v128.load offset=16 (local.get $p1)))
              (local.set $w (v128.load offset=16 (local.get $q0)))
              (local.set $a0 (i32x4.add (local.get $a0) (i32x4.dot_i16x8_s (local.get $u) (local.get $w))))
              (local.set $b0 (i32x4.add (local.get $b0) (i32x4.dot_i16x8_s (local.get $v) (local.get $w))))
              (local.set $w (v128.load offset=16 (local.get $q1)))
              (local.set $a1 (i32x4.add (local.get $a1) (i32x4.dot_i16x8_s (local.get $u) (local.get $w))))
              (local.set $b1 (i32x4.add (local.get $b1) (i32x4.dot_i16x8_s (local.get $v) (local.get $w))))
              (local.set $w (v128.load offset=16 (local.get $q2)))
              (local.set $a2 (i32x4.add (local.get $a2) (i32x4.dot_i16x8_s (local.get $u) (local.get $w))))
              (local.set $b2 (i32x4.add (local.get $b2) (i32x4.dot_i16x8_s (local.get $v) (local.get $w))))
              (local.set $w (v128.load offset=16 (local.get $q3)))
              (local.set $a3 (i32x4.add (local.get $a3) (i32x4.dot_i16x8_s (local.get $u) (local.get $w))))
              (local.set $b3 (i32x4.add (local.get $b3) (i32x4.dot_i16x8_s (local.get $v) (local.get $w))))
              (local.set $p0 (i32.add (local.get $p0) (i32.const 32)))
              (local.set $p1 (i32.add (local.get $p1) (i32.const 32)))
              (local.set $q0 (i32.add (local.get $q0) (i32.const 32)))
              (local.set $q1 (i32.add (local.get $q1) (i32.const 32)))
              (local.set $q2 (i32.add (local.get $q2) (i32.const 32)))
              (local.set $q3 (i32.add (local.get $q3) (i32.const 32)))
              (br_if $nextColumns (i32.lt_u (local.get $p0) (local.get $end))))
            (v128.store (local.get $out)
              (f32x4.add (f32x4.mul (f32x4.convert_i32x4_s
                (call $across (local.get $a0) (local.get $a1) (local.get $a2) (local.get $a3))) (local.get $s)) (local.get $t)))
            (if (i32.gt_s (local.get $left) (i32.const 1))
              (then (v128.store (i32.add (local.get $out) (local.get $outputStride))
                (f32x4.add (f32x4.mul (f32x4.convert_i32x4_s
                  (call $across (local.get $b0) (local.get $b1) (local.get $b2) (local.get $b3))) (local.get $s)) (local.get $t)))))
            (local.set $x0 (i32.add (local.get $x0) (i32.shl (local.get $inputStride) (i32.const 1))))
            (local.set $out (i32.add (local.get $out) (i32.shl (local.get $outputStride) (i32.const 1))))
            (local.set $left (i32.sub (local.get $left) (i32.const 2)))
            (br $nextWords)))
        (local.set $row (i32.add (local.get $row) (i32.const 4)))
        (br $nextRows))))

  ;; The sums of four vectors as one vector.
  (func $across (param $a v128) (param $b v128) (param $c v128) (param $d v128) (result v128)
    (local $x v128) (local $y v128)
    (local.set $x (i32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b))))
    (local.set $y (i32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $d))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d))))
    (i32x4.add
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $x) (local.get $y))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $x) (local.get $y))))

  ;; Two vectors of floats as eight int16: floor(v * scale + 0.5), clamped.
  (func $round (param $a v128) (param $b v128) (param $scale v128) (result v128)
    (i16x8.narrow_i32x4_s
      (i32x4.trunc_sat_f32x4_s (f32x4.floor (f32x4.add (f32x4.mul (local.get $a) (local.get $scale)) (f32x4.splat (f32.const 0.5)))))
      (i32x4.trunc_sat_f32x4_s (f32x4.floor (f32x4.add (f32x4.mul (local.get $b) (local.get $scale)) (f32x4.splat (f32.const 0.5)))))))

  ;; For `count` rows of `size` floats (a multiple of 8): x += y (mode 1) or relu(y) (mode 2) or nothing (mode 0), then
  ;; x = x / rms(x) * gain, and to[...] = x in int16 times `scale`.
  (func (export "settle")
    (param $x i32) (param $y i32) (param $yStride i32) (param $mode i32) (param $gain i32) (param $to i32) (param $size i32) (param $count i32) (param $scale f32)
    (local $at i32) (local $bytes i32) (local $sum v128) (local $v v128) (local $w v128) (local $k v128) (local $zero v128)
    (local.set $bytes (i32.shl (local.get $size) (i32.const 2)))
    (block $done
      (loop $nextRow
        (br_if $done (i32.le_s (local.get $count) (i32.const 0)))
        (local.set $sum (local.get $zero))
        (local.set $at (i32.const 0))
        (loop $add
          (local.set $v (v128.load (i32.add (local.get $x) (local.get $at))))
          (if (local.get $mode)
            (then
              (local.set $w (v128.load (i32.add (local.get $y) (local.get $at))))
              (if (i32.eq (local.get $mode) (i32.const 2))
                (then (local.set $w (f32x4.pmax (local.get $w) (local.get $zero)))))
              (local.set $v (f32x4.add (local.get $v) (local.get $w)))
              (v128.store (i32.add (local.get $x) (local.get $at)) (local.get $v))))
          (local.set $sum (f32x4.add (local.get $sum) (f32x4.mul (local.get $v) (local.get $v))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $add (i32.lt_s (local.get $at) (local.get $bytes))))
        (local.set $k (f32x4.splat (f32.div (f32.const 1) (f32.sqrt (f32.add (f32.const 0.001) (f32.div
          (f32.add
            (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
            (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum))))
          (f32.convert_i32_s (local.get $size))))))))
        (local.set $at (i32.const 0))
        (loop $norm
          (local.set $v (f32x4.mul (f32x4.mul (v128.load (i32.add (local.get $x) (local.get $at))) (local.get $k))
            (v128.load (i32.add (local.get $gain) (local.get $at)))))
          (local.set $w (f32x4.mul (f32x4.mul (v128.load offset=16 (i32.add (local.get $x) (local.get $at))) (local.get $k))
            (v128.load offset=16 (i32.add (local.get $gain) (local.get $at)))))
          (v128.store (i32.add (local.get $x) (local.get $at)) (local.get $v))
          (v128.store offset=16 (i32.add (local.get $x) (local.get $at)) (local.get $w))
          (v128.store (i32.add (local.get $to) (i32.shr_u (local.get $at) (i32.const 1)))
            (call $round (local.get $v) (local.get $w) (f32x4.splat (local.get $scale))))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (br_if $norm (i32.lt_s (local.get $at) (local.get $bytes))))
        (local.set $x (i32.add (local.get $x) (local.get $bytes)))
        (local.set $y (i32.add (local.get $y) (local.get $yStride)))
        (local.set $to (i32.add (local.get $to) (i32.shl (local.get $size) (i32.const 1))))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $nextRow))))

  ;; 0.25 v + 0.5, held between 0 and 1.
  (func $sigmoid (param $v v128) (result v128)
    (f32x4.pmin (f32x4.pmax (f32x4.add (f32x4.mul (local.get $v) (f32x4.splat (f32.const 0.25))) (f32x4.splat (f32.const 0.5)))
      (f32x4.splat (f32.const 0))) (f32x4.splat (f32.const 1))))

  ;; One run over a sentence for eight cells: c = v + f (c - v), to = c * gate. `step` is the stride between words (negative:
  ;; right to left); `at` points to the first word's values, its keeps stand `part` bytes on and its gates as far again.
  (func (export "average")
    (param $at i32) (param $step i32) (param $part i32) (param $to i32) (param $toStep i32) (param $count i32) (param $scale f32)
    (local $c v128) (local $d v128) (local $v v128) (local $keep i32) (local $gate i32)
    (block $done
      (loop $next
        (br_if $done (i32.le_s (local.get $count) (i32.const 0)))
        (local.set $keep (i32.add (local.get $at) (local.get $part)))
        (local.set $gate (i32.add (local.get $keep) (local.get $part)))
        (local.set $v (v128.load (local.get $at)))
        (local.set $c (f32x4.add (local.get $v)
          (f32x4.mul (call $sigmoid (v128.load (local.get $keep))) (f32x4.sub (local.get $c) (local.get $v)))))
        (local.set $v (v128.load offset=16 (local.get $at)))
        (local.set $d (f32x4.add (local.get $v)
          (f32x4.mul (call $sigmoid (v128.load offset=16 (local.get $keep))) (f32x4.sub (local.get $d) (local.get $v)))))
        (v128.store (local.get $to) (call $round
          (f32x4.mul (local.get $c) (call $sigmoid (v128.load (local.get $gate))))
          (f32x4.mul (local.get $d) (call $sigmoid (v128.load offset=16 (local.get $gate))))
          (f32x4.splat (local.get $scale))))
        (local.set $at (i32.add (local.get $at) (local.get $step)))
        (local.set $to (i32.add (local.get $to) (local.get $toStep)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $next))))

  ;; to += row * scale: `size` floats (a multiple of 16) and int8 values.
  (func (export "add") (param $to i32) (param $row i32) (param $size i32) (param $scale f32)
    (local $v v128) (local $w v128) (local $s v128)
    (local.set $s (f32x4.splat (local.get $scale)))
    (block $done
      (loop $next
        (br_if $done (i32.le_s (local.get $size) (i32.const 0)))
        (local.set $w (v128.load (local.get $row)))
        (local.set $v (i16x8.extend_low_i8x16_s (local.get $w)))
        (v128.store (local.get $to) (f32x4.add (v128.load (local.get $to))
          (f32x4.mul (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $v))) (local.get $s))))
        (v128.store offset=16 (local.get $to) (f32x4.add (v128.load offset=16 (local.get $to))
          (f32x4.mul (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $v))) (local.get $s))))
        (local.set $v (i16x8.extend_high_i8x16_s (local.get $w)))
        (v128.store offset=32 (local.get $to) (f32x4.add (v128.load offset=32 (local.get $to))
          (f32x4.mul (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $v))) (local.get $s))))
        (v128.store offset=48 (local.get $to) (f32x4.add (v128.load offset=48 (local.get $to))
          (f32x4.mul (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $v))) (local.get $s))))
        (local.set $to (i32.add (local.get $to) (i32.const 64)))
        (local.set $row (i32.add (local.get $row) (i32.const 16)))
        (local.set $size (i32.sub (local.get $size) (i32.const 16)))
        (br $next))))

  ;; `count` floats (a multiple of 8) as int16, negative ones as 0 where `relu` is 1.
  (func (export "quantise") (param $from i32) (param $to i32) (param $count i32) (param $relu i32) (param $scale f32)
    (local $v v128) (local $w v128) (local $zero v128)
    (block $done
      (loop $next
        (br_if $done (i32.le_s (local.get $count) (i32.const 0)))
        (local.set $v (v128.load (local.get $from)))
        (local.set $w (v128.load offset=16 (local.get $from)))
        (if (local.get $relu)
          (then
            (local.set $v (f32x4.pmax (local.get $v) (local.get $zero)))
            (local.set $w (f32x4.pmax (local.get $w) (local.get $zero)))))
        (v128.store (local.get $to) (call $round (local.get $v) (local.get $w) (f32x4.splat (local.get $scale))))
        (local.set $from (i32.add (local.get $from) (i32.const 32)))
        (local.set $to (i32.add (local.get $to) (i32.const 16)))
        (local.set $count (i32.sub (local.get $count) (i32.const 8)))
        (br $next))))
)
